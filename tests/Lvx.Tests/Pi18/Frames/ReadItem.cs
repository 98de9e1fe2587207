using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>What the reader consumed in one step, with its bytes in hexadecimal.</summary>
internal sealed record ReadItem(ReadOutcome Outcome, FrameKind Kind, string Raw, string Body);
