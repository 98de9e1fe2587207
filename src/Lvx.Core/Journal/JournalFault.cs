using Lvx.Core.Files;

namespace Lvx.Core.Journal;

/// <summary>What is wrong with the journal's file, before it is known what follows from it. Never leaves this room.</summary>
internal sealed class JournalFault : Exception
{
    /// <param name="what">What is wrong, as part of a sentence.</param>
    /// <param name="nextStep">What to do next.</param>
    public JournalFault(string what, string nextStep)
        : base(what) => NextStep = nextStep;

    public string NextStep { get; }

    public static JournalFault OfSystem(int error) => new(
        FileFault.Text(error), "See that this user may read and write the file and its folder, and that the disk has room; $XDG_STATE_HOME says where the journal is.");

    public static JournalFault NoFile(string what) => new(what, "Move what is there out of the way; a journal is made when there is none.");

    public static JournalFault Busy() => new("another program holds it", "Wait until that is done, or end it, and try again.");
}
