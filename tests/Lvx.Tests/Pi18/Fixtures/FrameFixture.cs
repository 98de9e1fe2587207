using System.Text.Json;

namespace Lvx.Tests.Pi18;

/// <summary>One entry of fixtures/frames.json.</summary>
internal sealed record FrameFixture(string Id, string Command, byte[] Bytes, IReadOnlyList<string> Reads, string? Refused, bool? LengthFits, JsonElement? Fields)
{
    /// <summary>By position: behind the five bytes of the header, before the two of the checksum and the CR.</summary>
    public byte[] Body => Bytes[5..^3];

    public static FrameFixture Parse(JsonElement entry)
    {
        JsonElement expect = entry.GetProperty("expect");
        return new FrameFixture(
            entry.GetProperty("id").GetString()!,
            entry.GetProperty("command").GetString()!,
            Convert.FromHexString(entry.GetProperty("hex").GetString()!),
            [.. expect.GetProperty("reads").EnumerateArray().Select(read => read.GetString()!)],
            expect.TryGetProperty("refused", out JsonElement refused) ? refused.GetString() : null,
            expect.TryGetProperty("lengthFits", out JsonElement fits) ? fits.GetBoolean() : null,
            expect.TryGetProperty("fields", out JsonElement fields) ? fields : null);
    }
}
