using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace Assistant.Tools;

/// <summary>What tools, prompts and resources have in common: attributed methods of classes that are made anew for each call, in its scope.</summary>
internal static class Primitives
{
    public static IEnumerable<MethodInfo> MethodsOf<TClass, TMethod>()
        where TClass : Attribute
        where TMethod : Attribute =>
        typeof(Primitives).Assembly.GetTypes().Where(type => type.IsDefined(typeof(TClass))).SelectMany(MethodsOf<TMethod>);

    public static IEnumerable<MethodInfo> MethodsOf<TMethod>(Type type)
        where TMethod : Attribute =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => method.IsDefined(typeof(TMethod)));

    /// <summary>Takes the base of every request so that it fits the factories of all three kinds.</summary>
    public static Func<MessageContext, object> InstancePerCall(Type type)
    {
        var factory = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        return request => factory(request.Services!, []);
    }
}
