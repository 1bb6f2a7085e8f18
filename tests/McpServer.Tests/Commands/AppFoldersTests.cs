using Assistant.Server.Commands;

namespace Assistant.Server.Tests.Commands;

public class AppFoldersTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "assistant-folders");

    private static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static AppFolders Find(string? data = null, bool sandbox = false, params (string Name, string Value)[] variables) =>
        AppFolders.Find(data, sandbox, name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    [Fact]
    public void Linux_has_the_XDG_folders()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These are Linux's conventions.");

        var folders = Find(variables: [("XDG_DATA_HOME", At("share")), ("XDG_CONFIG_HOME", At("etc"))]);

        Assert.Equal(new AppFolders(At("share", "assistant"), At("etc", "assistant"), At("etc", "assistant")), folders);
    }

    [Fact]
    public void Without_any_choice_the_folders_are_the_platforms_and_apart()
    {
        var folders = Find();

        Assert.True(Path.IsPathFullyQualified(folders.Data) && Path.IsPathFullyQualified(folders.Configuration));
        Assert.NotEqual(folders.Data, folders.Configuration);
        Assert.Equal(folders.Configuration, folders.MasterKey);
    }

    [Fact]
    public void A_sandbox_has_a_default_folder_and_a_key_of_its_own()
    {
        var (real, sandbox) = (Find(), Find(sandbox: true));

        Assert.Equal(real.Data + "-sandbox", sandbox.Data);
        Assert.NotEqual(real.MasterKey, sandbox.MasterKey);
    }

    [Fact]
    public void The_option_wins_over_the_variable() =>
        Assert.Equal(
            At("option"),
            Find(At("option"), variables: [(AppFolders.DataVariable, At("variable")), (AppFolders.ConfigurationVariable, At("etc"))]).Data);

    [Fact]
    public void Two_data_folders_of_one_name_have_two_keys()
    {
        var (one, other) = (Find(At("one", "data")), Find(At("other", "data")));

        Assert.NotEqual(one.MasterKey, other.MasterKey);
        Assert.Equal(one, Find(At("one", "data") + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void Who_names_the_configuration_folder_decides_where_the_key_is() =>
        Assert.Equal(At("etc"), Find(At("data"), sandbox: true, (AppFolders.ConfigurationVariable, At("etc"))).MasterKey);

    [Theory]
    [InlineData("data")]
    [InlineData("data", "etc")]
    public void A_key_inside_the_data_folder_is_refused(params string[] configuration)
    {
        var refused = Assert.Throws<CliException>(() => Find(At("data"), variables: (AppFolders.ConfigurationVariable, At(configuration))));

        Assert.Contains("a copy of the data would carry its key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_below_the_configuration_folder_are_apart_enough() =>
        Assert.Equal(At("etc", "data"), Find(At("etc", "data"), variables: (AppFolders.ConfigurationVariable, At("etc"))).Data);
}
