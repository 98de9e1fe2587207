using Lvx.Core;
using Lvx.Core.Files;
using Lvx.Core.Operations;
using Lvx.Yaml.Profiles;

namespace Lvx.Yaml;

/// <summary>Profiles: the settings that a kind of battery bank wants, in a file that a person writes.</summary>
public static class ProfileFile
{
    /// <summary>No profile is larger.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The profile in a file.</summary>
    /// <param name="path">The file, named as the profile is.</param>
    /// <exception cref="LvxException">It cannot be read, or is no sound profile.</exception>
    public static LvxProfile Read(string path) => Parse(path, BoundedFile.ReadText(path, MaxBytes));

    /// <summary>The profile that stands in a text.</summary>
    /// <param name="path">The file it came from: the profile's name must be the file's.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="LvxException">It is no sound profile (<see cref="LvxError.ProfileInvalid"/>); the error has every problem with its line and column.</exception>
    public static LvxProfile Parse(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return ProfileReader.Read(path, text);
    }
}
