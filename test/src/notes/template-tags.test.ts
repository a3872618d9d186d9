import { describe, expect, it } from 'vitest';
import { withoutTemplateTags } from '../../../src/notes/template-tags.js';
import { passagesOf } from './reading.js';

describe('tags of site generators', () => {
  it.each([
    ['{{< youtube id="x" >}}', ''],
    ['{{% notice %}}Mind this.{{% /notice %}}', 'Mind this.'],
    ['{% include a.html %} Text {% raw %}{{ x }}{% endraw %}', ' Text {{ x }}'],
    ['[day 1]({% post_url 2015-06-22-x %}) and', '[day 1](#) and'],
    ['[day 1]({{< relref "a.md" >}})', '[day 1](#)'],
    ['[1]: {% post_url 2015-06-22-x %}', '[1]: #'],
    ['[a](b){:target="_blank"}', '[a](b)'],
    ['{: .notice}', ''],
    ['`{% raw %}` and {% raw %}', '`{% raw %}` and '],
    ['{{ .Values }} {x} { % y', '{{ .Values }} {x} { % y'],
  ])('are taken out of %j', (line, text) => {
    expect(withoutTemplateTags([line])).toEqual([text]);
  });

  it('may span lines', () => {
    expect(withoutTemplateTags(['A {{< figure', 'src="x"', '>}} B', 'C'])).toEqual(['A ', '', ' B', 'C']);
  });

  it('stay where they are not closed, and between fences', () => {
    for (const lines of [
      ['A {{< figure', 'B', 'C'],
      ['```', '{% raw %}', '```'],
      ['~~~~', '```', '{{< x >}}', '~~~~'],
    ]) {
      expect(withoutTemplateTags(lines)).toEqual(lines);
    }
  });

  it('make code of what they highlight', () => {
    expect(passagesOf('Text:\n\n{% highlight bash %}\ndocker *pull*\n{% endhighlight %}\n\nMore.')).toEqual([
      'paragraph: 1 Text:',
      'code: 4 docker *pull*',
      'paragraph: 7 More.',
    ]);
  });

  it('are no text of a note', () => {
    expect(passagesOf('One\n\n{{< gallery title="x" >}}\n{{% image file="a.png" %}}\n{{< /gallery >}}\n\nTwo')).toEqual(
      ['paragraph: 1 One', 'paragraph: 7 Two'],
    );
  });
});
