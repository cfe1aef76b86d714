import type { Words } from '../domain/playbook';

/** What is not said to a buyer (R114), with what to say instead. `words` is searched in small letters. */
export type RudeRule = { readonly id: string; readonly words: RegExp; readonly instead: Words };

export const rudeRules: readonly RudeRule[] = [
  {
    id: 'takeIt',
    words: /爱买不买|不买拉倒|随便你|随你便|你看着办|take it or leave it|suit yourself/g,
    instead: { zh: '说能做到什么：“我能帮您办的是……”', en: 'Say what you can do: “What I can offer is …”' },
  },
  {
    id: 'blame',
    words:
      /你自己(?:没|不|看|拍|弄|选)|谁让你|自己不会看|自己看(?:详情|页面)?|怪你自己|你(?:怎么)?不早说|read the page|your own fault/g,
    instead: {
      zh: '不追究，直接讲办法；页面里有的，替买家说出来',
      en: 'Do not blame; say what is on the page for them',
    },
  },
  {
    id: 'notMine',
    words:
      /不关我(?:的)?事|又不是我|找(?:快递|平台|客服)去|跟我没关系|我也没办法|not my problem|nothing i can do/g,
    instead: {
      zh: '接下来由您去问：“我这就去核实，几点前答复您”',
      en: 'Take it over: “I will check and answer by …”',
    },
  },
  {
    id: 'hurry',
    words: /急什么|催什么|别催|等着吧?|慢慢等|没空|忙着呢|烦不烦|烦死|calm down|stop asking/g,
    instead: { zh: '“让您久等了”，再给一个时间', en: '“Thank you for waiting”, and a time' },
  },
  {
    id: 'insult',
    words:
      /有病|废话|听不懂人话|听不懂(?:吗|嘛)|神经病|无理取闹|贪小便宜|穷|傻|stupid|idiot|shut up|ridiculous/g,
    instead: {
      zh: '删掉；先道歉，再问想怎么处理',
      en: 'Leave it out; apologise first, then ask what would help',
    },
  },
  {
    id: 'flatNo',
    words: /不可能的?[，。！!]|没门|想都别想|说了不行|规定就是(?:这样|规定)|no way|not possible[.!]/g,
    instead: {
      zh: '先说理解，再讲规则，最后说还能做什么',
      en: 'Understanding first, then the rule, then what is still possible',
    },
  },
];

/** One of these makes a message courteous. */
export const courtesyWords =
  /亲|您|请|麻烦|抱歉|对不起|不好意思|谢谢|感谢|辛苦|久等|please|sorry|thank|apolog|kindly|appreciate|happy to|glad/i;

/** From so many characters on a message is more than a number or an “ok”, and ought to have one of them. */
export const courtesyFrom = 12;
