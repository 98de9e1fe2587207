namespace Lvx.Tests.Core.Operations;

/// <summary>A unit on a pty.</summary>
public sealed class MisbehaviourOverPtyTests() : MisbehaviourTests("pty");
