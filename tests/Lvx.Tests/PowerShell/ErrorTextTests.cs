namespace Lvx.Tests.PowerShell;

/// <summary>What PowerShell shows of an error is data: its escape sequences are shown, not obeyed.</summary>
public sealed class ErrorTextTests
{
    [Fact]
    public async Task Escape_sequences_in_errors_are_shown()
    {
        string? whyNot = await PowerShellHost.WhyNotAsync();
        Assert.SkipWhen(whyNot is not null, whyNot ?? "");
        string script = $$"""
            Import-Module '{{PesterTests.Manifest}}'
            $PSStyle.OutputRendering = 'PlainText'
            Get-LvxStatus -Device "foo:$([char]27)]0;title$([char]7)" -ErrorVariable told -ErrorAction SilentlyContinue
            $told[0].ErrorDetails.Message
            $told[0] | Out-String
            """;

        (int? exitCode, string output, string error) = await Child.RunAsync(
            Child.Command("pwsh", "-NoProfile", "-NonInteractive", "-Command", "try { " + script + " } catch { $_.ErrorDetails.Message; $_ | Out-String }"),
            TimeSpan.FromSeconds(60),
            TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Contains(@"foo:\x1b]0;title\x07", output, StringComparison.Ordinal);
        Assert.DoesNotContain(output + error, c => c is '\u001b' or '\u0007');
    }
}
