using System.Collections.Concurrent;

namespace Lvx.Core.Operations;

/// <summary>The live view: draws what the reader finds, and obeys keys. Everything happens on the thread that runs it; readings, keys and changes of size wake it.</summary>
internal sealed class LiveWatch(ITerminal terminal, SyncWatch watch, WatchState state, TimeSpan interval, int? count)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<Action<WatchState>> calls = [];
    private ScreenPage page;
    private int unit = 1;
    private int readings;
    private bool isOver;

    /// <summary>Runs until q, or until so many readings were shown.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(CancellationToken cancellation)
    {
        using var pace = new WatchPace(interval);
        terminal.Listen(key => calls.Add(_ => Press(key, pace)), () => calls.Add(_ => { }));
        using var reader = new WatchReader(watch, pace, calls.Add);
        while (!isOver)
        {
            (int width, int height) = terminal.Size;
            terminal.Show(WatchScreen.Draw(state, new ScreenView(page, unit, pace.Interval, pace.IsPaused, terminal.IsUnicode), width, height));
            Obey(cancellation);
        }
    }

    /// <summary>What there is to do; ages grow, so that the screen is drawn every second anyway.</summary>
    private void Obey(CancellationToken cancellation)
    {
        if (!calls.TryTake(out Action<WatchState>? call, (int)Second.TotalMilliseconds, cancellation))
        {
            return;
        }

        do
        {
            LvxSyncReport? before = state.Report;
            call(state);
            readings += ReferenceEquals(before, state.Report) ? 0 : 1;
        }
        while (!isOver && calls.TryTake(out call));

        isOver |= readings >= count;
    }

    private void Press(char key, WatchPace pace)
    {
        switch (key)
        {
            case 'q' or 'Q' or KeyReader.End:
                isOver = true;
                break;
            case 'p' or 'P':
                pace.TogglePause();
                break;
            case 'r' or 'R':
                pace.Refresh();
                break;
            case '+' or '=':
                pace.Faster();
                break;
            case '-' or '_':
                pace.Slower();
                break;
            case 'e' or 'E':
                Turn(ScreenPage.Events);
                break;
            case '?' or 'h':
                Turn(ScreenPage.Help);
                break;
            case KeyReader.Escape or '0':
                page = ScreenPage.Overview;
                break;
            case >= '1' and <= '9' when key - '0' <= state.Units.Count:
                int asked = key - '0';
                page = page == ScreenPage.Unit && unit == asked ? ScreenPage.Overview : ScreenPage.Unit;
                unit = asked;
                break;
            default:
                break;
        }
    }

    /// <summary>The key that opened a page closes it.</summary>
    private void Turn(ScreenPage wanted) => page = page == wanted ? ScreenPage.Overview : wanted;
}
