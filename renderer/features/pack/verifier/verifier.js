// The reader inside an evidence pack (验证.html). Runs from a file in any browser, with nothing around it: no network,
// no storage, every text goes in as text. It hashes what is picked and compares it with manifest.json.
(() => {
  const { words } = JSON.parse(document.getElementById('words').textContent);
  const byId = (id) => document.getElementById(id);
  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_whole, name) => String(values[name] ?? ''));
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

  // --- SHA-256 of our own (FIPS 180-4): some browsers give a page from a file no WebCrypto, and it takes no pieces.
  const constants = [];
  const start = [];
  for (let number = 2; constants.length < 64; number += 1) {
    let prime = true;
    for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) prime = false;
    if (!prime) continue;
    const bits = (root) => ((root - Math.floor(root)) * 0x100000000) | 0;
    if (start.length < 8) start.push(bits(Math.sqrt(number)));
    constants.push(bits(Math.cbrt(number)));
  }
  const createHash = () => {
    const state = start.slice();
    const words64 = new Int32Array(64);
    let rest = new Uint8Array(0);
    let length = 0;
    const block = (view, at) => {
      for (let i = 0; i < 16; i += 1) words64[i] = view.getInt32(at + i * 4);
      for (let i = 16; i < 64; i += 1) {
        const x = words64[i - 15];
        const y = words64[i - 2];
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        words64[i] = (words64[i - 16] + s0 + words64[i - 7] + s1) | 0;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + words64[i]) | 0;
        const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + t1) | 0;
        d = c;
        c = b;
        b = a;
        a = (t1 + t2) | 0;
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => {
        state[i] = (state[i] + value) | 0;
      });
    };
    const take = (bytes) => {
      const all = new Uint8Array(rest.length + bytes.length);
      all.set(rest);
      all.set(bytes, rest.length);
      const view = new DataView(all.buffer);
      let at = 0;
      for (; at + 64 <= all.length; at += 64) block(view, at);
      rest = all.slice(at);
    };
    return {
      update: (bytes) => {
        length += bytes.length;
        take(bytes);
      },
      digest: () => {
        const tail = new Uint8Array(((rest.length + 9 + 63) & ~63) - rest.length);
        tail[0] = 0x80;
        const view = new DataView(tail.buffer);
        view.setUint32(tail.length - 8, Math.floor(length / 0x20000000));
        view.setUint32(tail.length - 4, (length << 3) >>> 0);
        take(tail);
        return hex(new Uint8Array(new Int32Array(state.map((word) => swap(word))).buffer));
      },
    };
  };
  const swap = (word) => {
    const view = new DataView(new ArrayBuffer(4));
    view.setInt32(0, word);
    return view.getInt32(0, true);
  };

  const whole = 64 * 1024 * 1024;
  const piece = 4 * 1024 * 1024;
  const hashOf = async (blob) => {
    const subtle = globalThis.crypto && globalThis.crypto.subtle;
    if (subtle && blob.size <= whole)
      return hex(new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer())));
    const hash = createHash();
    for (let at = 0; at < blob.size; at += piece)
      hash.update(new Uint8Array(await blob.slice(at, at + piece).arrayBuffer()));
    return hash.digest();
  };

  // --- What was picked: paths as the pack knows them, without the folder that was picked.
  const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
  const findManifest = (picked) =>
    picked
      .filter(({ path }) => nameOf(path) === 'manifest.json')
      .sort((a, b) => a.path.length - b.path.length)[0];

  const verdict = byId('verdict');
  const list = byId('list');
  const about = byId('about');
  const say = (text, tone) => {
    verdict.textContent = text;
    verdict.className = tone;
  };
  const line = (state, path, note) => {
    const item = make('li', '', state);
    item.append(make('b', words.state[state]), make('span', path));
    if (note) item.append(make('small', note));
    return item;
  };

  const readManifest = async (file) => {
    const text = await file.text();
    const manifest = JSON.parse(text);
    if (manifest === null || manifest.format !== 'liudi-evidence-pack' || !Array.isArray(manifest.files))
      throw new Error('not a pack');
    const field = `"bodySha256": "${manifest.bodySha256}"`;
    const at = text.lastIndexOf(field);
    const body = at === -1 ? '' : `${text.slice(0, at)}"bodySha256": ""${text.slice(at + field.length)}`;
    const own = (await hashOf(new Blob([body]))) === manifest.bodySha256;
    return { manifest, own, fingerprint: await hashOf(new Blob([text])) };
  };

  // Until here the page said that it does not run: scripts are off, or somebody changed this very page.
  say(words.waiting, 'wait');

  let run = 0;
  const check = async (picked) => {
    const mine = (run += 1);
    list.replaceChildren();
    about.replaceChildren();
    const found = findManifest(picked);
    if (!found) {
      say(words.noManifest, 'bad');
      return;
    }
    let read;
    try {
      read = await readManifest(found.file);
    } catch {
      say(words.badManifest, 'bad');
      return;
    }
    const { manifest, own, fingerprint } = read;
    const base = found.path.slice(0, found.path.length - 'manifest.json'.length);
    const flat = picked.every(({ path }) => !path.includes('/'));
    const inside = new Map(
      picked
        .filter(({ path }) => path.startsWith(base))
        .map(({ path, file }) => [path.slice(base.length), file]),
    );
    const lines = [];
    const counts = { same: 0, changed: 0, missing: 0, added: 0 };
    const add = (state, path, note) => {
      counts[state] += 1;
      lines.push([state, path, note]);
    };
    if (own) add('same', 'manifest.json', '');
    else add('changed', 'manifest.json', words.ownChanged);
    let done = 0;
    const known = new Set(['manifest.json']);
    for (const entry of manifest.files) {
      const path = String(entry.path);
      const key = flat ? nameOf(path) : path;
      known.add(key);
      const file = inside.get(key);
      if (!file) add('missing', path, String(entry.caption ?? ''));
      else {
        let same = false;
        try {
          same = file.size === entry.size && (await hashOf(file)) === entry.sha256;
        } catch {
          same = false;
        }
        add(same ? 'same' : 'changed', path, String(entry.caption ?? ''));
      }
      if (mine !== run) return;
      done += 1;
      say(fill(words.checking, { done, total: manifest.files.length }), 'wait');
    }
    for (const path of inside.keys()) {
      if (!known.has(path) && !/^(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(nameOf(path)))
        add('added', path, '');
    }
    const order = ['changed', 'missing', 'added', 'same'];
    lines.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
    list.replaceChildren(...lines.map(([state, path, note]) => line(state, path, note)));
    const good = counts.changed + counts.missing + counts.added === 0;
    say(fill(good ? words.good : words.bad, counts), good ? 'good' : 'bad');
    const fact = (name, value) => about.append(make('dt', name), make('dd', value));
    fact(words.caseNo, String(manifest.caseNo));
    fact(words.madeAt, String(manifest.madeAt));
    fact(words.fingerprint, fingerprint);
    fact(words.timeline, `${manifest.timeline?.lines ?? ''} · ${manifest.timeline?.lastHash ?? ''}`);
  };

  const start1 = (files) => {
    if (files.length === 0) return;
    say(words.reading, 'wait');
    check(files).catch(() => {
      say(words.badManifest, 'bad');
    });
  };
  for (const id of ['folder', 'files']) {
    byId(id).addEventListener('change', ({ currentTarget }) => {
      start1(
        Array.from(currentTarget.files, (file) => ({ path: file.webkitRelativePath || file.name, file })),
      );
      currentTarget.value = '';
    });
  }
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  const walk = async (entry, path, found) => {
    if (entry.isFile) {
      found.push({ path, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (batch.length === 0) return;
      for (const one of batch) await walk(one, `${path}/${one.name}`, found);
    }
  };
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const entries = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry()).filter(Boolean);
    const found = [];
    Promise.all(entries.map((entry) => walk(entry, entry.name, found))).then(
      () => start1(found),
      () => say(words.badManifest, 'bad'),
    );
  });
})();
