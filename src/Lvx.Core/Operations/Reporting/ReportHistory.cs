namespace Lvx.Core.Operations.Reporting;

/// <summary>What was changed on the units of a report, worked out from the baseline, the journal and what they have now. Pure.</summary>
internal sealed class ReportHistory
{
    // A journal can be years long, and a report is of one commissioning.
    private const int MostWrites = 200;

    private ReportHistory(IReadOnlyList<JournalWrite> writes, int leftOut, IReadOnlyList<SettingHistory> settings, int unchanged)
    {
        Writes = writes;
        LeftOut = leftOut;
        Settings = settings;
        Unchanged = unchanged;
    }

    /// <summary>The writes to these units since the baseline was read, or all where there is none, in the order of the journal.</summary>
    public IReadOnlyList<JournalWrite> Writes { get; }

    /// <summary>How many earlier ones were left out.</summary>
    public int LeftOut { get; }

    /// <summary>Every setting of a unit that is another one than in the baseline, or that was written.</summary>
    public IReadOnlyList<SettingHistory> Settings { get; }

    /// <summary>How many settings are as in the baseline and were not written.</summary>
    public int Unchanged { get; }

    public static ReportHistory Of(ReportModel model)
    {
        DateTime? since = Baselines(model).Select(found => (DateTime?)found.Timestamp).Min();
        JournalWrite[] all = [.. JournalWrite.In(model.Journal).Where(write => since is null || write.Time >= since).Where(write => model.Surveys.Any(unit => Is(unit, write)))];
        JournalWrite[] writes = [.. all.TakeLast(MostWrites)];
        var settings = new List<SettingHistory>();
        int unchanged = 0;
        foreach (UnitSurvey unit in model.Surveys)
        {
            LvxSettings? found = FoundOf(model, unit);
            foreach (SettingDefinition setting in SettingCatalogue.All)
            {
                JournalWrite[] own = [.. writes.Where(write => write.Setting == setting.Name && Is(unit, write))];
                string left = ReportText.Setting(unit.Settings, setting);
                string before = found is null ? Known(own.FirstOrDefault()?.From) : ReportText.Setting(found, setting);
                if (own.Length > 0 || (found is not null && before != left))
                {
                    settings.Add(new SettingHistory(unit, setting, before, Known(own.LastOrDefault()?.To), left, own.LastOrDefault()));
                }
                else if (found is not null)
                {
                    unchanged++;
                }
            }
        }

        return new ReportHistory(writes, all.Length - writes.Length, settings, unchanged);
    }

    /// <summary>What stands in the baseline for a unit; null where it is not in it. A baseline of another unit says nothing of how this one was found.</summary>
    public static LvxSettings? FoundOf(ReportModel model, UnitSurvey unit) =>
        model.Options.Baseline?.Units.FirstOrDefault(found => Pi18.SerialNumber.Same(found.SerialNumber, unit.SerialNumber));

    /// <summary>What stands in the baseline for the units of the report.</summary>
    public static IEnumerable<LvxSettings> Baselines(ReportModel model) => model.Surveys.Select(unit => FoundOf(model, unit)).OfType<LvxSettings>();

    /// <summary>The short name that the report has for a unit that was written to.</summary>
    public static string NameOf(ReportModel model, JournalWrite write) => model.Surveys.First(unit => Is(unit, write)).Port.Name;

    private static bool Is(UnitSurvey unit, JournalWrite write) => Pi18.SerialNumber.Same(unit.SerialNumber, write.SerialNumber);

    private static string Known(string? text) => string.IsNullOrEmpty(text) || text == SettingText.Unknown ? ReportText.NoValue : Recording.FrameText.Escape(text);
}
