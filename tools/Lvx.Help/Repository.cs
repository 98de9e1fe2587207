namespace Lvx.Help;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    /// <summary>The folder with LvxPS.sln, at or above a folder; null when there is none.</summary>
    public static string? Find(string folder)
    {
        for (DirectoryInfo? place = new(folder); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, "LvxPS.sln")))
            {
                return place.FullName;
            }
        }

        return null;
    }
}
