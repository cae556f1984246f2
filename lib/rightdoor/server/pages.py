"""A notebook as a page: Voilà's handler, with the page's head sent before the kernel is there."""

from copy import deepcopy

from jinja2 import BytecodeCache
from jupyter_core.utils import ensure_async
from tornado import web
from voila.notebook_renderer import NotebookRenderer
from voila.tornado.handler import TornadoVoilaHandler
from voila.utils import get_page_config

from rightdoor.server import words
from rightdoor.text import LANGS


class Compiled(BytecodeCache):
    """The page's templates as they were compiled for the page before: two thirds of the work for a page, done once.

    nbconvert makes all its templates anew for each page, and while it does so a server answers nobody else.
    """

    def __init__(self):
        self.codes = {}

    def load_bytecode(self, bucket):
        """Jinja asks; nothing is given where the template's text has changed."""
        checksum, code = self.codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket):
        """Jinja has compiled one."""
        self.codes[bucket.key] = bucket.checksum, bucket.code


COMPILED = Compiled()


class LessonRenderer(NotebookRenderer):
    """Renders one notebook; its kernel starts only when the page's head is on its way to the browser."""

    def __init__(self, kernels, folder, **kwargs):
        super().__init__(**kwargs)
        self.kernels, self.folder = kernels, folder

    async def initialize(self, **kwargs):
        await super().initialize(**kwargs)
        self.exporter.environment.bytecode_cache = COMPILED

    async def _jinja_kernel_start(self, nb, kernel_id, kernel_future):
        kernel_id = await self.kernel_for(nb.metadata.kernelspec.name)
        return await super()._jinja_kernel_start(nb, kernel_id, self.kernels.get_kernel(kernel_id))

    async def kernel_for(self, name):
        """The id of a kernel for this page."""
        return await ensure_async(self.kernels.start_kernel(kernel_name=name, path=self.folder))


class LessonPage(TornadoVoilaHandler):
    """`/voila/render/LANG/NAME.ipynb`"""

    renderer_class = LessonRenderer
    nonce = None  # with which a page's own inline scripts are marked, where the policy asks for it

    @web.authenticated
    async def get(self, path=None):
        if not path.endswith(".ipynb"):
            self.redirect_to_file(path)  # a picture beside the notebook
            return
        _ = self.xsrf_token  # sets the cookie with which the page may end its kernel when it is left
        renderer = self._renderer(path)
        await renderer.initialize()
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        try:
            async for part, _ in renderer.generate_content_generator():
                self.write(part)
                await self.flush()
        except Exception:  # the page is half sent: it can still say so itself
            self.log.exception("The page %s could not be completed", path)
            self.write(self.render_template("half.html", words=_words_of(path), path=path, nonce=self.nonce))

    def _renderer(self, path):
        about = {
            "base_url": self.base_url,
            "settings": self.settings,
            "log": self.log,
            "voila_configuration": self.voila_configuration,
        }
        if "lesson_page_config" not in self.settings:  # read off a hundred files, and always the same
            self.settings["lesson_page_config"] = get_page_config(**about)
        same = deepcopy(self.settings["lesson_page_config"])
        page_config = self.page_config_hook(same, **about, notebook_path=path)
        return self.renderer_class(
            self.kernel_manager,
            path.rpartition("/")[0],
            request_handler=self,
            voila_configuration=self.voila_configuration,
            traitlet_config=self.traitlet_config,
            notebook_path=path,
            template_paths=self.template_paths,
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=page_config,
        )


def _words_of(path):
    lang = path.partition("/")[0]
    return words.PAGE_WORDS[lang if lang in LANGS else "en"]
