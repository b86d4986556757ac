import { useScene } from '../scene';
import { inLanguage, SOURCES, type SourceEntry, type SourceName, sourceId } from '../sources';

/** What the article rests on. */
export function Reading() {
  const { language } = useScene();
  return (
    <ol className="reading">
      {(Object.entries(SOURCES) as [SourceName, SourceEntry][]).map(([name, source]) => {
        const { authors, year, title, translated, url } = source;
        const isChinese = translated !== undefined;
        return (
          <li key={name} id={sourceId(name)} lang={isChinese && language === 'zh' ? undefined : 'en'}>
            {inLanguage(authors, language)} ({year}).{' '}
            <a href={url} lang={isChinese ? 'zh-Hans' : undefined}>
              {title}
            </a>
            {isChinese && language === 'en' && ` [${translated}]`}.
          </li>
        );
      })}
    </ol>
  );
}
