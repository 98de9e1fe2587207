namespace Lvx.Pi18;

/// <summary>What a solar charge controller is doing.</summary>
public enum MpptStatus
{
    /// <summary>0: abnormal.</summary>
    Abnormal = 0,

    /// <summary>1: on, not charging.</summary>
    Idle = 1,

    /// <summary>2: charging.</summary>
    Charging = 2,
}
