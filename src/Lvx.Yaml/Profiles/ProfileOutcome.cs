using Lvx.Core;
using Lvx.Core.Operations;

namespace Lvx.Yaml;

/// <summary>What came of one file of profiles: the profile, or the error that stands in its place.</summary>
/// <param name="Path">The file, or the folder when that is what cannot be read.</param>
/// <param name="Profile">The profile; null when there is an error.</param>
/// <param name="Error">The error; null when there is a profile.</param>
public sealed record ProfileOutcome(string Path, LvxProfile? Profile, LvxException? Error);
