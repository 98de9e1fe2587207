using System.Globalization;
using System.Text;
using Lvx.Core;
using Lvx.Core.Files;
using Lvx.Core.Operations;
using Lvx.Core.Recording;
using Lvx.Pi18;
using Lvx.Yaml.Baselines;

namespace Lvx.Yaml;

/// <summary>
/// Baselines: the settings of units in a file, for people to read and compare and for units to be held against. The raw answers stand in it too, and reading it makes
/// the very same settings from them; what people read there must agree.
/// </summary>
public static class BaselineFile
{
    /// <summary>No baseline is larger; one unit takes about 3 KB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The settings as the text of a baseline. The same settings give the same text, in ASCII.</summary>
    /// <param name="units">The settings, in the order in which they are to stand; of a unit of which only the twelve were looked at, all that its answers say.</param>
    public static string Format(IReadOnlyList<LvxSettings> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return BaselineWriter.Write(units);
    }

    /// <summary>The settings that stand in the text of a baseline.</summary>
    /// <param name="path">The file it came from, for errors.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="LvxException">It is no sound baseline (<see cref="LvxError.BaselineInvalid"/>); the error has every problem with its line and column.</exception>
    public static IReadOnlyList<LvxSettings> Parse(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return BaselineReader.Read(path, text);
    }

    /// <summary>The settings that stand in a baseline.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LvxException">It cannot be read, or is no sound baseline.</exception>
    public static IReadOnlyList<LvxSettings> Read(string path) => Parse(path, BoundedFile.ReadText(path, MaxBytes));

    /// <summary>Whether <see cref="Save"/> takes <paramref name="path"/> as a folder, for a file for each unit.</summary>
    public static bool IsFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith('/') || Directory.Exists(path);
    }

    /// <summary>Writes settings into a file, or into a file for each unit. Each file is written whole or not at all, for its owner alone to read.</summary>
    /// <param name="units">The settings; at least those of one unit.</param>
    /// <param name="path">A file; or a folder, which is there already, for a file for each unit: <c>2026-04-26-name.yaml</c>.</param>
    /// <param name="replace">Whether files that are there are replaced. In a folder nothing is written when one of the names is taken and this is false.</param>
    /// <param name="date">The day in the names of files in a folder.</param>
    /// <returns>The files that were written, in the order of the units.</returns>
    /// <exception cref="LvxException">A file is there (<see cref="LvxError.FileExists"/>) or cannot be written; or two units for one file have the same serial number.</exception>
    public static IReadOnlyList<string> Save(IReadOnlyList<LvxSettings> units, string path, bool replace, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfZero(units.Count);
        if (!IsFolder(path))
        {
            WholeFile.Write(path, Bytes(units), replace);
            return [path];
        }

        string prefix = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] paths = [.. BaselineNames.Of(units).Select(name => Path.Combine(path, $"{prefix}-{name}.yaml"))];
        if (!replace && paths.FirstOrDefault(IsThere) is { } taken)
        {
            throw LvxErrors.AlreadyThere(taken);
        }

        byte[][] contents = [.. units.Select(unit => Bytes([unit]))];
        foreach ((string file, byte[] content) in paths.Zip(contents))
        {
            WholeFile.Write(file, content, replace);
        }

        return paths;
    }

    private static byte[] Bytes(IReadOnlyList<LvxSettings> units)
    {
        foreach ((int index, LvxSettings unit) in units.Index())
        {
            if (units.Take(index).FirstOrDefault(other => SerialNumber.Same(other.SerialNumber, unit.SerialNumber)) is { } same)
            {
                throw new LvxException(
                    LvxError.ArgumentInvalid,
                    null,
                    $"{FrameText.Escape(same.Device)} and {FrameText.Escape(unit.Device)} are one unit, {FrameText.Escape(unit.SerialNumber!)}, which would be in the baseline twice.",
                    "Name each unit once.");
            }
        }

        byte[] bytes = Encoding.ASCII.GetBytes(Format(units));
        return bytes.Length <= MaxBytes
            ? bytes
            : throw new LvxException(LvxError.ArgumentInvalid, null, "the settings of so many units do not fit into one baseline, which is 1 MB at most.", "Name a folder, for a file for each unit.");
    }

    // Unlike File.Exists this holds for a link to nowhere too.
    private static bool IsThere(string path) => new FileInfo(path).Exists || Directory.Exists(path);
}
