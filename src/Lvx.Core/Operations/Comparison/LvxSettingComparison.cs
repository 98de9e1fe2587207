using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>One setting, compared between two: units, baselines, a profile, factory defaults.</summary>
public sealed class LvxSettingComparison
{
    internal LvxSettingComparison(SettingDefinition setting, SettingsSide reference, SettingsSide difference)
    {
        object? wanted = reference.ValueOf(setting);
        object? actual = difference.ValueOf(setting);
        Definition = setting;
        ReferenceName = reference.Name;
        ReferenceValue = PlainValue.Of(wanted);
        DifferenceName = difference.Name;
        DifferenceValue = PlainValue.Of(actual);
        // A value that nobody said is never equal to anything.
        Match = wanted is not null && wanted.Equals(actual);
        if (Match)
        {
            return;
        }

        Risk = AreInParallel(reference, difference) ? $"{setting.Effect} Between units in parallel it may also bring {FaultTable.Find(ParallelOutputSettingDifferent)}." : setting.Effect;
        if (wanted is not null && difference.Unit is not null)
        {
            SettingAdvice advice = SettingAdvice.For(setting, wanted, actual, difference);
            HowToSet = advice.Cmdlet;
            Command = advice.Command;
        }
    }

    /// <summary>The setting, as properties and parameters bear it.</summary>
    public string Setting => Definition.Name;

    /// <summary>The symbol of its unit (V, A), where it has one.</summary>
    public string? Unit => Definition.Unit;

    /// <summary>What it is compared with.</summary>
    public string ReferenceName { get; }

    /// <summary>The value there: decimal, int, the name of a code, bool, a window; null when it is not known.</summary>
    public object? ReferenceValue { get; }

    /// <summary>What is compared.</summary>
    public string DifferenceName { get; }

    /// <summary>The value there; null when it is not known.</summary>
    public object? DifferenceValue { get; }

    /// <summary>Whether the two are the same; a value that is not known is never the same as another.</summary>
    public bool Match { get; }

    /// <summary>What the difference can do; null when there is none.</summary>
    public string? Risk { get; }

    /// <summary>How to bring what is compared to the reference's value: the cmdlet line, or what to do on the unit's LCD; null when there is nothing to do, or nothing is known.</summary>
    public string? HowToSet { get; }

    /// <summary>The same as a line of the <c>lvx</c> command; null when PI18 can't do it.</summary>
    public string? Command { get; }

    internal SettingDefinition Definition { get; }

    private const int ParallelOutputSettingDifferent = 86;

    private static bool AreInParallel(SettingsSide one, SettingsSide other) => IsInParallel(one) && IsInParallel(other);

    private static bool IsInParallel(SettingsSide side) => side.Unit?.Answers.Rated.OutputMode is not (null or OutputMode.Single);
}
