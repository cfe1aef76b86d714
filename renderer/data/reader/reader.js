// The reader inside an exported index.html. Runs from a file in any browser, with nothing around it: no network, no
// storage, and every text goes in as text.
(() => {
  const shop = JSON.parse(document.getElementById('shop').textContent);
  const { words } = shop;
  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const list = document.getElementById('list');
  const detail = document.getElementById('detail');
  const count = document.getElementById('count');
  const search = document.getElementById('search');
  const shownAtOnce = 300;

  const address = (path) => path.split('/').map(encodeURIComponent).join('/');

  const picture = (file) => {
    const figure = make('figure');
    const link = make('a');
    link.href = address(file.path);
    link.target = '_blank';
    link.rel = 'noopener';
    if (file.mime.startsWith('image/') && file.mime !== 'image/svg+xml') {
      const image = make('img');
      image.loading = 'lazy';
      image.alt = file.name;
      image.src = link.href;
      link.append(image);
    } else link.append(make('span', words.open, 'file'));
    figure.append(link, make('figcaption', file.name), make('small', file.at));
    return figure;
  };

  const show = (item) => {
    detail.replaceChildren();
    const title = make('h2', `${item.caseNo} ${item.buyerId}`);
    title.tabIndex = -1;
    detail.append(title);
    const facts = make('dl');
    for (const [name, value] of item.facts) {
      if (value) facts.append(make('dt', name), make('dd', value));
    }
    detail.append(facts, make('h3', `${words.files} (${item.files.length})`));
    const grid = make('div', '', 'grid');
    grid.append(...item.files.map(picture));
    detail.append(grid, make('h3', `${words.timeline} (${item.events.length})`));
    const events = make('ol');
    for (const [at, text] of item.events) {
      const line = make('li');
      line.append(make('time', at), make('span', text));
      events.append(line);
    }
    detail.append(events);
    title.focus();
    detail.scrollTop = 0;
  };

  const render = () => {
    const wanted = search.value.trim().toLowerCase();
    const found = shop.cases.filter((item) => item.search.includes(wanted));
    count.textContent = `${found.length} / ${shop.cases.length}`;
    list.replaceChildren(
      ...found.slice(0, shownAtOnce).map((item) => {
        const line = make('li');
        const button = make('button');
        button.type = 'button';
        button.append(make('b', item.buyerId), make('span', item.title), make('small', item.caseNo));
        button.addEventListener('click', () => {
          show(item);
        });
        line.append(button);
        return line;
      }),
    );
    if (found.length > shownAtOnce) list.append(make('li', words.more, 'more'));
  };
  search.addEventListener('input', render);
  render();
  if (shop.cases.length > 0) show(shop.cases[0]);
  search.focus();
})();
