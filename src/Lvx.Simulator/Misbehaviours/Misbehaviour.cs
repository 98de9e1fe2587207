using System.Globalization;
using System.Text;
using Lvx.Core;

namespace Lvx.Simulator;

/// <summary>Something that goes wrong on order: <c>KIND[=SECONDS][@COMMAND][*TIMES]</c>, such as <c>late=4.5@GS</c> or <c>bad-crc*2</c>.</summary>
public sealed record Misbehaviour
{
    private const double LongestSeconds = 3600;

    private static readonly string[] Names =
        ["silence", "late", "bad-crc", "wrong-length", "garbage", "truncate", "refuse", "double", "other", "unplug", "padding", "trickle", "ignore", "revert", "stray"];

    /// <summary>The kinds, as they are written.</summary>
    public static IReadOnlyList<string> Kinds => Names;

    /// <summary>What goes wrong.</summary>
    public required MisbehaviourKind Kind { get; init; }

    /// <summary>How long it lasts, for late (the delay), unplug (the absence), trickle (the gap) and revert (until it goes back); null for the kind's own default.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>With which requests: a command, with or without its argument (<c>GS</c>, <c>POP</c>, <c>POP1</c>); null for all.</summary>
    public string? Command { get; init; }

    /// <summary>How many times, 1 and up; null for always.</summary>
    public int? Times { get; init; }

    internal TimeSpan DurationOrDefault => Duration ?? Kind switch
    {
        MisbehaviourKind.Late => TimeSpan.FromSeconds(4),
        MisbehaviourKind.Unplug => TimeSpan.FromSeconds(0.5),
        MisbehaviourKind.Trickle => TimeSpan.FromSeconds(0.05),
        MisbehaviourKind.Revert => TimeSpan.FromSeconds(0.3),
        _ => TimeSpan.Zero,
    };

    /// <summary>Reads a list, parted by commas.</summary>
    /// <exception cref="LvxException">It has not the form; says which kinds there are.</exception>
    public static IReadOnlyList<Misbehaviour> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(',', StringSplitOptions.TrimEntries).Select(ParseOne)];
    }

    /// <summary>Whether it goes with a request of this text.</summary>
    public bool Concerns(string request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Command is null
            || (request.StartsWith(Command, StringComparison.OrdinalIgnoreCase)
                && request.Skip(Command.Length).All(IsArgument));
    }

    /// <summary>Whether it goes with setters only.</summary>
    internal bool IsOfSetters => Kind is MisbehaviourKind.Ignore or MisbehaviourKind.Revert or MisbehaviourKind.Stray;

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Names[(int)Kind]);
        if (Duration is { } duration)
        {
            text.Append(CultureInfo.InvariantCulture, $"={duration.TotalSeconds:0.###}");
        }

        if (Command is not null)
        {
            text.Append('@').Append(Command);
        }

        return Times is { } times ? text.Append(CultureInfo.InvariantCulture, $"*{times}").ToString() : text.ToString();
    }

    // PI stands for PI alone, not for PIRI; POP for POP0 and POP1, PGS for PGS0 and so on.
    private static bool IsArgument(char c) => char.IsAsciiDigit(c) || c == ',';

    private static Misbehaviour ParseOne(string text)
    {
        string rest = text;
        string? times = CutBehind(ref rest, '*');
        string? command = CutBehind(ref rest, '@');
        string? seconds = CutBehind(ref rest, '=');
        int kind = Array.IndexOf(Names, rest);
        if (kind < 0)
        {
            throw Invalid(text, $"there is no misbehaviour '{rest}'.");
        }

        return new Misbehaviour
        {
            Kind = (MisbehaviourKind)kind,
            Duration = seconds is null ? null : Seconds(text, (MisbehaviourKind)kind, seconds),
            Command = command switch
            {
                null => null,
                _ when command.Length > 0 && command.All(char.IsAsciiLetterOrDigit) => command.ToUpperInvariant(),
                _ => throw Invalid(text, $"'{command}' is no command."),
            },
            Times = times switch
            {
                null => null,
                _ when int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 => count,
                _ => throw Invalid(text, $"'{times}' is no number of times."),
            },
        };
    }

    private static TimeSpan Seconds(string text, MisbehaviourKind kind, string seconds)
    {
        if (kind is not (MisbehaviourKind.Late or MisbehaviourKind.Unplug or MisbehaviourKind.Trickle or MisbehaviourKind.Revert))
        {
            throw Invalid(text, $"{Names[(int)kind]} takes no time.");
        }

        return double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value <= LongestSeconds
            ? TimeSpan.FromSeconds(value)
            : throw Invalid(text, $"'{seconds}' is no number of seconds from 0 to {LongestSeconds}.");
    }

    private static string? CutBehind(ref string text, char sign)
    {
        int at = text.IndexOf(sign, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        string behind = text[(at + 1)..].Trim();
        text = text[..at].Trim();
        return behind;
    }

    private static LvxException Invalid(string text, string problem) => new(
        LvxError.ArgumentInvalid,
        null,
        $"'{text}': {problem}",
        $"Use KIND[=SECONDS][@COMMAND][*TIMES], several parted by commas, such as late=4.5@GS or bad-crc*2. The kinds: {string.Join(", ", Names)}.");
}
