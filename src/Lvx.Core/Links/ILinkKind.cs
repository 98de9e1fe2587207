namespace Lvx.Core.Links;

/// <summary>A kind of link, known by the form in which its devices are written.</summary>
public interface ILinkKind
{
    /// <summary>The form, for people: <c>tcp://host:port</c>.</summary>
    string Form { get; }

    /// <summary>Whether <paramref name="device"/> is of this form.</summary>
    bool Claims(string device);

    /// <summary>The units that <paramref name="device"/> stands for: itself, or several (<c>sim:pair</c>).</summary>
    /// <exception cref="LvxException">It stands for none.</exception>
    IReadOnlyList<string> Expand(string device);

    /// <summary>A short name for people, where no site file gives one.</summary>
    string NameOf(string device);

    /// <summary>Opens a link.</summary>
    /// <exception cref="LvxException">It cannot be opened; says why.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    Link Open(string device, LinkOptions options, CancellationToken cancellation);

    /// <summary>Whether there is a unit of its own behind it, which other programs and other ports may reach too; not for what is played or simulated.</summary>
    bool ReachesHardware => true;
}
