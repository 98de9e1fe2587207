using Lvx.Fuzz.Running;
using Lvx.Fuzz.Targets;

namespace Lvx.Fuzz;

/// <summary>Everything that is given inputs.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<ITarget> All { get; } =
    [
        new FrameTarget(), new AnswerTarget(), new SiteTarget(), new ProfileTarget(), new BaselineTarget(), new JournalLineTarget(), new JournalTarget(), new TranscriptTarget(), new TypedTarget(), new SessionTarget(),
        new ReplayTarget(),
    ];

    public static ITarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);

    /// <summary>How many of <paramref name="count"/> inputs are for a target, rounded up.</summary>
    public static long Share(ITarget target, long count)
    {
        long all = All.Sum(other => other.Share);
        return ((count * target.Share) + all - 1) / all;
    }
}
