using System.Text.Json;
using System.Text.Json.Serialization;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Statuses as JSON: always an array, camelCase names, numbers as numbers, codes by name and as numbers where no document names them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<LvxStatus>))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    /// <param name="statuses">The statuses.</param>
    /// <param name="line">Whether all of it is to stand in one line, as when one reading follows another.</param>
    public static string Write(IReadOnlyList<LvxStatus> statuses, bool line) =>
        JsonSerializer.Serialize(statuses, (line ? InOneLine() : Default).IReadOnlyListLvxStatus);

    private static StatusJson InOneLine() => new(new JsonSerializerOptions(Default.Options) { WriteIndented = false });
}
