namespace Lvx.Core.Operations;

/// <summary>The units of a baseline.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Units">Its units, one or more.</param>
public sealed record SettingsFile(string Path, IReadOnlyList<LvxSettings> Units);
