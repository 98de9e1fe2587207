namespace Lvx.Tests.Kernel;

/// <summary>The published lvx on genuine hidraw nodes, in a virtual machine: see tests/kernel and docs/testing.md.</summary>
public sealed class KernelTests
{
    private const int Skipped = 77;

    // The machine itself gives up after 420 s; before that lvx is published, and its packages may have to be fetched.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(540);

    // A sample that fits beside the other tests: the rule, and the links after a replug. tests/kernel/run alone runs all cases.
    private static readonly string[] Sample = ["90"];

    [Fact]
    public async Task A_sample_of_the_cases_passes_on_a_genuine_kernel()
    {
        string[] published = Environment.GetEnvironmentVariable("LVXPS_PUBLISHED") is { Length: > 0 } folder ? ["--lvx", folder] : [];
        (int? exitCode, string output, string error) = await Child.RunAsync(
            Child.Command(Path.Combine(RepositoryRoot.Path, "tests", "kernel", "run"), [.. published, .. Sample]), Deadline, TestContext.Current.CancellationToken);

        Assert.SkipWhen(exitCode == Skipped, output.Trim());
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(exitCode == 0, $"Exit code {exitCode}.\n{output}\n{error}");
    }
}
