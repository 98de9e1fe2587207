using System.Text.Json;
using System.Text.Json.Serialization;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>A report on the parallel system as JSON: camelCase names, numbers as numbers, codes by name and as numbers where no document names them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(LvxSyncReport))]
internal sealed partial class SyncJson : JsonSerializerContext
{
    public static string Write(LvxSyncReport report) => JsonSerializer.Serialize(report, Default.LvxSyncReport);
}
