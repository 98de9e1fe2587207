using System.Text;
using Lvx.Core.Files;

namespace Lvx.Core.Operations.Reporting;

/// <summary>A report as a file. Its name says its form: <c>.html</c> (or <c>.htm</c>), or <c>.md</c>.</summary>
public sealed class ReportFile
{
    private readonly string path;
    private readonly bool isHtml;
    private readonly bool replace;

    private ReportFile(string path, bool isHtml, bool replace)
    {
        this.path = path;
        this.isHtml = isHtml;
        this.replace = replace;
    }

    /// <summary>A file to be written, before any unit is asked for what stands in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="replace">Whether a file that is there is replaced.</param>
    /// <exception cref="LvxException">Its name says no form (<see cref="LvxError.ArgumentInvalid"/>), or it is there and stays (<see cref="LvxError.FileExists"/>).</exception>
    public static ReportFile At(string path, bool replace)
    {
        ArgumentNullException.ThrowIfNull(path);
        bool isHtml = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".HTML" or ".HTM" => true,
            ".MD" => false,
            _ => throw new LvxException(LvxError.ArgumentInvalid, path, "the name of a report ends in .html or .md, which says its form.", "Name it so; nothing was asked of any unit."),
        };
        if (!replace && new FileInfo(path).Exists)
        {
            throw LvxErrors.AlreadyThere(path);
        }

        return new ReportFile(path, isHtml, replace);
    }

    /// <summary>The text of the report in its form; the same model gives the same text.</summary>
    public string Format(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var document = ReportDocument.Of(model);
        return isHtml ? HtmlReport.Write(document) : MarkdownReport.Write(document);
    }

    /// <summary>Writes it, whole or not at all. Its owner alone may read it (mode 0600): serial numbers and addresses stand in it.</summary>
    /// <exception cref="LvxException">The name is taken by now, or the file cannot be written.</exception>
    public void Write(ReportModel model) => WholeFile.Write(path, Encoding.UTF8.GetBytes(Format(model)), replace);
}
