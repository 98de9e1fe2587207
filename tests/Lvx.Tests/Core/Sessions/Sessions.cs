using Lvx.Core.Links;
using Lvx.Core.Sessions;

namespace Lvx.Tests.Core.Sessions;

/// <summary>Sessions with a scripted unit.</summary>
internal static class Sessions
{
    /// <summary>Short enough for many tests, long enough for a busy machine.</summary>
    public static readonly SessionOptions Options = new() { QueryTimeout = TimeSpan.FromSeconds(1.2), SetterTimeout = TimeSpan.FromMilliseconds(400) };

    public static Session Open(ScriptedUnit unit, LinkAccess access = LinkAccess.ReadWrite, SessionOptions? options = null) =>
        Session.Open("scripted", _ => unit.Open(access), options ?? Options, null, TestContext.Current.CancellationToken);
}
