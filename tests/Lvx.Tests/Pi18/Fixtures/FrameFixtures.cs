using System.Text.Json;

namespace Lvx.Tests.Pi18;

/// <summary>fixtures/frames.json. Its expected values were worked out from the bodies and the documents' field tables, not with the code under test.</summary>
internal static class FrameFixtures
{
    public static IReadOnlyList<FrameFixture> All { get; } =
    [
        .. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "frames.json")))
            .RootElement.EnumerateArray().Select(FrameFixture.Parse),
    ];

    public static IEnumerable<FrameFixture> Answers => All.Where(fixture => fixture.Fields is not null);

    public static IEnumerable<FrameFixture> WholeFrames => All.Where(fixture => fixture.Refused is null);

    public static FrameFixture Find(string id) => All.Single(fixture => fixture.Id == id);
}
