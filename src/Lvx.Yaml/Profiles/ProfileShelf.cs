using Lvx.Core;
using Lvx.Core.Operations;

namespace Lvx.Yaml;

/// <summary>The profiles in some folders. Of two with the same name the one in the earlier folder counts, even when it cannot be read.</summary>
/// <param name="folders">The folders, a person's own first; one that is not there has no profiles.</param>
public sealed class ProfileShelf(IReadOnlyList<string> folders)
{
    private static readonly string[] Extensions = [".yaml", ".yml"];

    /// <summary>Every profile by name, or the error that stands in its place.</summary>
    public IEnumerable<ProfileOutcome> List()
    {
        foreach (ProfileOutcome outcome in Files())
        {
            yield return outcome.Error is null ? Read(outcome.Path) : outcome;
        }
    }

    /// <summary>The names that there are, sorted, whether or not their files are sound.</summary>
    public IReadOnlyList<string> Names() => [.. Files().Where(file => file.Error is null).Select(file => Path.GetFileNameWithoutExtension(file.Path))];

    /// <summary>The profile with a name, or in a file.</summary>
    /// <param name="name">A name such as <c>eg4-lp4-v2</c>; or a file's path, which has a slash in it or ends in <c>.yaml</c> or <c>.yml</c>.</param>
    /// <exception cref="LvxException">There is none (<see cref="LvxError.ProfileNotFound"/>, with the names that there are), or its file cannot be read or is no sound profile.</exception>
    public LvxProfile Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Contains('/', StringComparison.Ordinal) || HasExtension(name))
        {
            return ProfileFile.Read(name);
        }

        // Compared with what the folders hold, and never made into a path.
        return Files().FirstOrDefault(file => file.Error is null && Path.GetFileNameWithoutExtension(file.Path) == name) is { } found
            ? ProfileFile.Read(found.Path)
            : throw LvxErrors.NoSuchProfile(name, Names());
    }

    private static ProfileOutcome Read(string path)
    {
        try
        {
            return new ProfileOutcome(path, ProfileFile.Read(path), null);
        }
        catch (LvxException error)
        {
            return new ProfileOutcome(path, null, error);
        }
    }

    private List<ProfileOutcome> Files()
    {
        var files = new List<ProfileOutcome>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string folder in folders)
        {
            try
            {
                string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
                files.AddRange(found
                    .Where(file => HasExtension(file) && !Path.GetFileName(file).StartsWith('.'))
                    .Order(StringComparer.Ordinal)
                    .Where(file => seen.Add(Path.GetFileNameWithoutExtension(file)))
                    .Select(file => new ProfileOutcome(file, null, null)));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                files.Add(new ProfileOutcome(folder, null, LvxErrors.NotReadable(folder, "this user may not read the folder.")));
            }
        }

        return [.. files.OrderBy(file => file.Error is null ? Path.GetFileNameWithoutExtension(file.Path) : "", StringComparer.Ordinal)];
    }

    private static bool HasExtension(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal);
}
