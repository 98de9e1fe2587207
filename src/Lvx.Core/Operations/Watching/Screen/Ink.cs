namespace Lvx.Core.Operations;

/// <summary>How a piece of the screen looks where there is colour. It says nothing that a word beside it does not say.</summary>
internal enum Ink
{
    Plain = 0,
    Strong,
    Faint,
    Good,
    Note,
    Bad,
}
