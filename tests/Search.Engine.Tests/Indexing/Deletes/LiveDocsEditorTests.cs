using Search.Engine.Indexing.Deletes;
using Search.Engine.Util;

namespace Search.Engine.Tests.Indexing.Deletes;

public class LiveDocsEditorTests
{
    [Fact]
    public void The_set_that_others_read_never_changes()
    {
        var before = new FixedBitSet(10);
        before.SetRange(0, 9); // 9 is deleted
        var editor = new LiveDocsEditor(before, 10);
        editor.Delete(9);
        Assert.Equal(0, editor.DeletedNow);
        editor.Delete(3);
        editor.Delete(3);

        Assert.Equal(1, editor.DeletedNow);
        Assert.True(before.Get(3));
        Assert.False(editor.Result.Get(3));
        Assert.Equal(8, editor.Result.Cardinality());
    }
}
