namespace Lvx.Core.Links.Hidraw;

/// <summary><c>hid:96132206100001</c>: the unit with that serial number, on whatever USB port. Who is on a port only a conversation tells, so that no link can be opened by it.</summary>
internal sealed class HidLinkKind : ILinkKind
{
    /// <summary>How such a device begins.</summary>
    public const string Scheme = "hid:";

    /// <summary>The serial number in a device of this form; null for any other.</summary>
    public static string? SerialIn(string device) => device.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Pi18.SerialNumber.Normalise(device[Scheme.Length..]) : null;

    public string Form => "hid:SERIALNUMBER";

    public bool Claims(string device) => SerialIn(device) is not null;

    public IReadOnlyList<string> Expand(string device) => SerialIn(device) is { Length: > 0 } serial && serial.All(char.IsAsciiDigit)
        ? [Scheme + serial]
        : throw LvxErrors.NoForm(device, ["hid:SERIALNUMBER, such as hid:96132206100001"]);

    public string NameOf(string device) => SerialIn(device)!;

    public Link Open(string device, LinkOptions options, CancellationToken cancellation) =>
        throw new NotSupportedException("A unit that is known by its serial number alone is opened through its conversation.");
}
