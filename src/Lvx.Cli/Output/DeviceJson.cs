using System.Text.Json;
using System.Text.Json.Serialization;
using Lvx.Core.Operations;

namespace Lvx.Cli.Output;

/// <summary>Devices as JSON: always an array.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<LvxDevice>))]
internal sealed partial class DeviceJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<LvxDevice> devices) => JsonSerializer.Serialize(devices, Default.IReadOnlyListLvxDevice);
}
