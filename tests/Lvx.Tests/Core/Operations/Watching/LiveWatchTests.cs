using Lvx.Core.Operations;
using Lvx.Pi18;

namespace Lvx.Tests.Core.Operations;

public sealed class LiveWatchTests
{
    private readonly SimulatedPair pair = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_shows_readings_until_q_and_sends_no_setter()
    {
        var terminal = new FakeTerminal { Shown = (screen, lines) => lines[0].Contains("SYNC OK", StringComparison.Ordinal) ? "?e1212eprpp+-q" : "" };

        Run(terminal);

        Assert.Contains("SYNC OK", terminal.Last[0], StringComparison.Ordinal);
        Assert.All(pair.Units, unit => Assert.NotEmpty(unit.Log));
        Assert.All(pair.Units.SelectMany(unit => unit.Log), request => Assert.NotEqual(FrameKind.Setter, request.Kind));
    }

    [Fact]
    public void It_ends_after_so_many_readings()
    {
        Run(new FakeTerminal(), count: 3);

        Assert.Equal(3, Asked("GS"));
        Assert.Equal(1, Asked("VFW"));
        Assert.Equal(1, Asked("PIRI"));
        Assert.Equal(3, Asked("PGS0") + Asked("PGS1") + Asked("PGS2"));
        Assert.Equal(1, pair.Units[0].Log.Count(request => request.Text.StartsWith("ED", StringComparison.Ordinal)));
    }

    [Fact]
    public void R_reads_everything_again_while_paused_too()
    {
        int step = 0;
        var terminal = new FakeTerminal
        {
            Shown = (screen, lines) => (step, lines[0]) switch
            {
                (0, var head) when head.Contains("SYNC OK", StringComparison.Ordinal) => Next("p"),
                (1, var head) when head.Contains("PAUSED", StringComparison.Ordinal) => Next("r"),
                (2, _) when Asked("PIRI") > 1 => Next("q"),
                _ => "",
            },
        };

        Run(terminal);

        Assert.Equal(2, Asked("PIRI"));

        string Next(string keys)
        {
            step++;
            return keys;
        }
    }

    [Fact]
    public void Keys_turn_pages_and_turn_them_back()
    {
        var pages = new List<string>();
        Queue<string> keys = new(["1", "1", "e", "\u001b", "?", "2", "9", "0", "q"]);
        var terminal = new FakeTerminal
        {
            Shown = (screen, lines) =>
            {
                if (screen == 0 || !lines[0].Contains("SYNC OK", StringComparison.Ordinal) || keys.Count == 0)
                {
                    return "";
                }

                pages.Add(lines[1][..6]);
                return keys.Dequeue();
            },
        };

        Run(terminal, TimeSpan.FromMinutes(10));

        Assert.Equal(["+- Sol", "Unit 1", "+- Sol", "-- Sin", "+- Sol", "q     ", "Unit 2", "Unit 2", "+- Sol"], pages);
    }

    [Fact]
    public void A_cancellation_ends_it_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var terminal = new FakeTerminal
        {
            Shown = (_, lines) =>
            {
                if (lines[0].Contains("SYNC OK", StringComparison.Ordinal))
                {
                    cancel.Cancel();
                }

                return "";
            },
        };

        Assert.ThrowsAny<OperationCanceledException>(() => Run(terminal, TimeSpan.FromMinutes(10), cancellation: cancel.Token));
    }

    [Fact]
    public void A_setting_that_somebody_changes_at_the_lcd_is_told()
    {
        bool isChanged = false;
        var terminal = new FakeTerminal
        {
            Shown = (_, lines) =>
            {
                if (!isChanged && lines[0].Contains("SYNC OK", StringComparison.Ordinal))
                {
                    isChanged = true;
                    pair.Units[1].Change(state => state with { Rated = state.Rated with { MaxAcChargeCurrent = 20 }, Status = state.Status with { SettingsChanged = true } });
                }

                return lines.Any(line => line.Contains("max AC charge current", StringComparison.Ordinal) && line.EndsWith("unit 2", StringComparison.Ordinal)) ? "q" : "";
            },
        };

        Run(terminal);

        Assert.Contains(terminal.Last, line => line.EndsWith("FAIL", StringComparison.Ordinal) && line.StartsWith("Settings", StringComparison.Ordinal));
    }

    [Fact]
    public void The_rate_changes_in_steps()
    {
        using var pace = new WatchPace(TimeSpan.FromSeconds(3));
        pace.Faster();
        Assert.Equal(2, pace.Interval.TotalSeconds);
        pace.Slower();
        pace.Slower();
        Assert.Equal(10, pace.Interval.TotalSeconds);
    }

    private int Asked(string command) => pair.Units[0].Log.Count(request => request.Text == command);

    private void Run(FakeTerminal terminal, TimeSpan? interval = null, int? count = null, CancellationToken? cancellation = null)
    {
        using SyncWatch watch = new ParallelSyncOperation(pair.Access).Watch(pair.Selection, new SyncTolerances());
        new LiveWatch(terminal, watch, new WatchState(pair.Selection, TimeProvider.System), interval ?? TimeSpan.FromMilliseconds(20), count).Run(cancellation ?? Token);
    }

    /// <summary>A terminal of 80x40 whose keys depend on what it shows.</summary>
    private sealed class FakeTerminal : ITerminal
    {
        private Action<char>? press;
        private int shown;

        public Func<int, string[], string> Shown { get; init; } = (_, _) => "";

        public string[] Last { get; private set; } = [];

        public (int Width, int Height) Size => (80, 40);

        public bool IsUnicode => false;

        public void Listen(Action<char> pressed, Action resized) => press = pressed;

        public void Show(IReadOnlyList<ScreenLine> lines)
        {
            Last = [.. lines.Select(line => line.ToString().PadRight(6))];
            foreach (char key in Shown(shown++, Last))
            {
                press!(key);
            }
        }
    }
}
