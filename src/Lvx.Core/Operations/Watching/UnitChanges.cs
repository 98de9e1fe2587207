using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>What happened to a unit between two of its answers. What one of them does not say is not known to have changed.</summary>
internal static class UnitChanges
{
    /// <param name="before">The answer before; null for none, when what is there already counts as new.</param>
    /// <param name="now">The answer now.</param>
    public static IEnumerable<(LvxWatchEventKind Kind, string Text)> Between(LvxStatus? before, LvxStatus now)
    {
        FaultInfo? had = before?.Fault is { Code: not 0 } ? before.Fault : null;
        if (now.Fault is { } fault && fault.Code != (had?.Code ?? 0))
        {
            if (had is not null)
            {
                yield return (LvxWatchEventKind.FaultCleared, $"cleared fault {had}");
            }

            if (fault.Code != 0)
            {
                yield return (LvxWatchEventKind.FaultRaised, $"FAULT {fault}");
            }
        }

        if (now.Warnings is { } warnings)
        {
            IReadOnlyList<string> old = before?.Warnings ?? [];
            foreach (string gone in old.Except(warnings, StringComparer.Ordinal))
            {
                yield return (LvxWatchEventKind.WarningCleared, $"cleared warning {Findings.Text(gone)}");
            }

            foreach (string raised in warnings.Except(old, StringComparer.Ordinal))
            {
                yield return (LvxWatchEventKind.WarningRaised, $"warning {Findings.Text(raised)}");
            }
        }

        if (before?.Mode is { } was && now.Mode is { } mode && mode != was)
        {
            yield return (LvxWatchEventKind.ModeChanged, $"mode {Findings.Text(was)} -> {Findings.Text(mode)}");
        }
    }

    /// <summary>The settings that have another value.</summary>
    public static IEnumerable<string> Between(LvxSettings? before, LvxSettings? now)
    {
        if (before is null || now is null || ReferenceEquals(before, now))
        {
            yield break;
        }

        foreach (SettingDefinition setting in SettingCatalogue.Twelve)
        {
            object? was = before.ValueOf(setting);
            object? has = now.ValueOf(setting);
            if (was is not null && has is not null && !was.Equals(has))
            {
                yield return $"{setting.Label} {Findings.Text(was)} -> {Findings.Text(has)}{(setting.Unit is null ? "" : " " + setting.Unit)}";
            }
        }
    }
}
