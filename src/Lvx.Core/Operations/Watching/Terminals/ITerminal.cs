namespace Lvx.Core.Operations;

/// <summary>Where the live view is drawn, and keys come from.</summary>
internal interface ITerminal
{
    /// <summary>Columns and lines.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Whether it shows more than ASCII.</summary>
    bool IsUnicode { get; }

    /// <summary>Begins to tell keys and changes of size. Both are called on threads of their own.</summary>
    void Listen(Action<char> pressed, Action resized);

    /// <summary>Draws the lines over what was there.</summary>
    void Show(IReadOnlyList<ScreenLine> lines);
}
