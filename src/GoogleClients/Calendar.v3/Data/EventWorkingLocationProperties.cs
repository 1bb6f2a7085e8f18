#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>Where the person works that day.</summary>
public class EventWorkingLocationProperties : IDirectResponseSchema
{
    [JsonProperty("customLocation")]
    public virtual CustomLocationData CustomLocation { get; set; }

    [JsonProperty("homeOffice")]
    public virtual object HomeOffice { get; set; }

    [JsonProperty("officeLocation")]
    public virtual OfficeLocationData OfficeLocation { get; set; }

    [JsonProperty("type")]
    public virtual string Type { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }

    /// <summary>Somewhere else.</summary>
    public class CustomLocationData
    {
        [JsonProperty("label")]
        public virtual string Label { get; set; }
    }

    /// <summary>A desk in an office.</summary>
    public class OfficeLocationData
    {
        [JsonProperty("buildingId")]
        public virtual string BuildingId { get; set; }

        [JsonProperty("deskId")]
        public virtual string DeskId { get; set; }

        [JsonProperty("floorId")]
        public virtual string FloorId { get; set; }

        [JsonProperty("floorSectionId")]
        public virtual string FloorSectionId { get; set; }

        [JsonProperty("label")]
        public virtual string Label { get; set; }
    }
}
