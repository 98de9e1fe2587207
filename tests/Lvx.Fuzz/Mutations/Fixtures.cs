using System.Text.Json;

namespace Lvx.Fuzz.Mutations;

/// <summary>The frames of tests/fixtures, sound and damaged, from which inputs grow.</summary>
internal static class Fixtures
{
    public static IReadOnlyList<byte[]> Frames { get; } = Load();

    /// <summary>The text in a resource of this program.</summary>
    public static string Resource(string name)
    {
        using Stream stream = typeof(Fixtures).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static byte[][] Load()
    {
        using JsonDocument json = JsonDocument.Parse(Resource("frames.json"));
        return [.. json.RootElement.EnumerateArray().Select(frame => Convert.FromHexString(frame.GetProperty("hex").GetString()!))];
    }
}
