import { SOURCES, type SourceName, sourceId } from '../sources';

/** What the article rests on. */
export function Reading() {
  return (
    <ol className="reading">
      {(Object.keys(SOURCES) as SourceName[]).map((name) => {
        const { authors, year, title, url } = SOURCES[name];
        return (
          <li key={name} id={sourceId(name)} lang={/\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'en'}>
            {authors} ({year}). <a href={url}>{title}</a>.
          </li>
        );
      })}
    </ol>
  );
}
