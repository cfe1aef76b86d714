window.preloadWasFirst = typeof window.fixture === 'object';
window.events = [];
window.fixture?.onEvent((payload) => window.events.push(payload));
