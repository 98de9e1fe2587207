using System.Text.Json;

namespace Lvx.Tests.Cli;

public sealed class RecordingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lvx").FullName;

    private string FilePath => Path.Combine(folder, "talk.log");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_recorded_status_plays_back_to_the_same_values()
    {
        Ran live = Ran.Lvx("status", "--json", "--device", "sim:pair", "--transcript", FilePath);
        Ran played = Ran.Lvx("status", "--json", "--device", $"replay:{FilePath}");

        Assert.Equal(0, played.ExitCode);
        Assert.Equal(2, played.Json.GetArrayLength());
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(Values(live.Json[i]), Values(played.Json[i]));
            Assert.Equal($"replay:{FilePath}#{i + 1}", played.Json[i].GetProperty("device").GetString());
        }
    }

    [Fact]
    public void A_recording_of_trouble_plays_back_as_trouble()
    {
        Ran live = Ran.Lvx("status", "--device", "sim:single?misbehave=bad-crc@MOD", "--transcript", FilePath);
        Ran played = Ran.Lvx("status", "--device", $"replay:{FilePath}");

        Assert.Equal(3, live.ExitCode);
        played.Failed(3, "MOD got only damaged answers: the checksum was wrong 3 times", "Check the cable");
    }

    [Fact]
    public void Another_question_than_the_recorded_one_is_an_error_that_shows_both()
    {
        Ran.Lvx("query", "MOD", "--device", "sim:single", "--transcript", FilePath);
        Ran ran = Ran.Lvx("query", "GS", "--device", $"replay:{FilePath}");

        ran.Failed(3, @"asked ^P005GSX\x14\x0d, and the recording has in line ", "same command and options");
        Assert.Contains("^P006MOD", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_over_in_a_recording_is_an_error()
    {
        Ran.Lvx("status", "--device", "sim:single", "--interval", "0.02", "--count", "2", "--transcript", FilePath);

        Ran.Lvx("status", "--device", $"replay:{FilePath}").Failed(3, "the recording goes on", "same command and options");
    }

    private static IEnumerable<string> Values(JsonElement status) =>
        status.EnumerateObject().Where(property => property.Name is not ("device" or "name" or "timestamp")).Select(property => property.ToString());
}
