namespace Lvx.Tests.Core.Operations;

/// <summary>A unit in this same process.</summary>
public sealed class MisbehaviourOverSimTests() : MisbehaviourTests("sim");
