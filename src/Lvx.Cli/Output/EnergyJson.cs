using System.Text.Json;
using System.Text.Json.Serialization;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Energy as JSON: always an array of flat objects, camelCase names, energy as a number of Wh, null for no value.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<LvxEnergy>))]
internal sealed partial class EnergyJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<LvxEnergy> energies) => JsonSerializer.Serialize(energies, Default.IReadOnlyListLvxEnergy);
}
