namespace Lvx.Pi18;

/// <summary>The symbols of the units that PI18 fields come in.</summary>
internal static class Symbol
{
    public const string Volt = "V";
    public const string Ampere = "A";
    public const string Hertz = "Hz";
    public const string Watt = "W";
    public const string VoltAmpere = "VA";
    public const string Percent = "%";
    public const string Celsius = "°C";
    public const string WattHour = "Wh";
}
