using System.Runtime.InteropServices;

namespace Lvx.Tests.Core.Services;

/// <summary>Gives files to other users.</summary>
internal static partial class Owner
{
    public static int Change(string path, uint user) => ChangeOwner(path, user, user);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
