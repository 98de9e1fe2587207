namespace Lvx.Tests.Core.Operations;

/// <summary>A unit over TCP.</summary>
public sealed class MisbehaviourOverTcpTests() : MisbehaviourTests("tcp");
