import os
os.environ['JAX_PLATFORMS']='cpu'
import jax, jax.numpy as jnp, torch, numpy as np, warnings
warnings.filterwarnings('ignore')
jax.config.update('jax_enable_x64',True)
torch.set_default_dtype(torch.float64)
print('jax',jax.__version__,'torch',torch.__version__)
def J(name,f,x,second=True):
    try:
        x=jnp.array(x,dtype=float)
        v=f(x); out=f'v={np.asarray(v)}'
        if v.ndim==0:
            g=jax.grad(f)(x); out+=f' g={np.asarray(g)}'
            if second: out+=f' h={np.asarray(jax.hessian(f)(x)).tolist()}'
        print('JAX  ',name,out.replace('\n',' '))
    except Exception as e: print('JAX  ',name,'ERR',type(e).__name__,str(e).split('\n')[0][:100])
def T(name,f,x,second=True):
    try:
        x=torch.tensor(x,requires_grad=True,dtype=torch.float64)
        v=f(x); out=f'v={v.detach().numpy()}'
        if v.ndim==0:
            if v.requires_grad:
                g=torch.autograd.grad(v,x,create_graph=True,allow_unused=True)[0]
                out+=f' g={g.detach().numpy() if g is not None else None}'
                if second and g is not None:
                    out+=f' h={torch.autograd.functional.hessian(f,x.detach()).numpy().tolist()}'
            else: out+=' g=none'
        print('TORCH',name,out.replace('\n',' '))
    except Exception as e: print('TORCH',name,'ERR',type(e).__name__,str(e).split('\n')[0][:100])
def B(name,fj,ft,x,second=True): J(name,fj,x,second);T(name,ft,x,second)
B('abs0',jnp.abs,torch.abs,0.)
B('relu0',jax.nn.relu,torch.relu,0.)
B('maximum tie',lambda x:jnp.maximum(x,0.),lambda x:torch.maximum(x,torch.tensor(0.)),0.)
B('minimum tie',lambda x:jnp.minimum(x,0.),lambda x:torch.minimum(x,torch.tensor(0.)),0.)
B('max ties 110',jnp.max,torch.amax,[1.,1.,0.]); T('torch.max ties',torch.max,[1.,1.,0.]); T('torch.max dim',lambda x:torch.max(x,0).values,[1.,1.,0.])
B('min ties 222',jnp.min,torch.amin,[2.,2.,2.])
w=[1.,10.]
B('sort ties',lambda x:jnp.sum(jnp.sort(x)*jnp.array(w)),lambda x:(torch.sort(x).values*torch.tensor(w)).sum(),[1.,1.])
B('topk ties',lambda x:jax.lax.top_k(x,1)[0][0],lambda x:torch.topk(x,1).values[0],[1.,1.])
for n in ['sign','floor','ceil','round']: B(n+' at 0',getattr(jnp,n),getattr(torch,n),0.)
print('round .5 2.5',jnp.round(jnp.array([.5,2.5,-.5])),torch.round(torch.tensor([.5,2.5,-.5])))
B('clip low edge x',lambda x:jnp.clip(x,0.,1.),lambda x:torch.clamp(x,0.,1.),0.)
B('clip low edge bound',lambda x:jnp.clip(0.,x,1.),lambda x:torch.clamp(torch.tensor(0.),x,torch.tensor(1.)),0.)
B('sqrt0',jnp.sqrt,torch.sqrt,0.); B('log0',jnp.log,torch.log,0.)
for p in [0.,.5,1.,1.5,2.,3.]: B(f'0^{p}',lambda x:x**p,lambda x:x**p,0.)
for b in [0.,-2.]:
    for e in [2.,0.,-1.]: B(f'{b}^y y={e}',lambda y:jnp.array(b)**y,lambda y:torch.tensor(b)**y,e,False)
B('norm0',jnp.linalg.norm,torch.linalg.norm,[0.,0.])
B('norm 1e200',jnp.linalg.norm,torch.linalg.norm,[3e200,4e200],False)
B('norm 1e-200',jnp.linalg.norm,torch.linalg.norm,[3e-200,4e-200],False)
B('std equal',jnp.std,lambda x:torch.std(x,correction=0),[1.,1.],False)
B('std .1',jnp.std,lambda x:torch.std(x,correction=0),[.1,.1,.1],False)
B('var ddof=n',lambda x:jnp.var(x,ddof=2),lambda x:torch.var(x,correction=2),[1.,2.],False)
B('var 1e9',jnp.var,lambda x:torch.var(x,correction=0),[1e9+1,1e9+2,1e9+3],False)
B('where sqrt',lambda x:jnp.where(x>0,jnp.sqrt(x),0.),lambda x:torch.where(x>0,torch.sqrt(x),0.),0.)
B('where sinc',lambda x:jnp.where(x==0,1.,jnp.sin(x)/x),lambda x:torch.where(x==0,1.,torch.sin(x)/x),0.)
B('where log',lambda x:jnp.where(x>0,jnp.log(x),x),lambda x:torch.where(x>0,torch.log(x),x),0.)
B('where matvec inf',lambda x:jnp.sum(jnp.where(jnp.array([True,False]),jnp.array([[1.,2.],[jnp.inf,1.]])@x,0.)),lambda x:torch.where(torch.tensor([True,False]),torch.tensor([[1.,2.],[float('inf'),1.]])@x,0.).sum(),[1.,1.],False)
B('prod 1 zero',jnp.prod,torch.prod,[0.,2.,3.]); B('prod 2 zeros',jnp.prod,torch.prod,[0.,0.,3.])
B('logaddexp eq',lambda x:jnp.logaddexp(x,0.),lambda x:torch.logaddexp(x,torch.tensor(0.)),0.)
for s in [float('inf'),-float('inf')]: B(f'logaddexp {s}',lambda x:jnp.logaddexp(x,s),lambda x:torch.logaddexp(x,torch.tensor(s)),s,False)
from jax.scipy.special import logsumexp
L=lambda x:torch.logsumexp(x,0)
inf=float('inf')
B('lse -inf',logsumexp,L,[-inf,-inf],False); B('lse +inf',logsumexp,L,[inf,0.],False); B('lse 1e308',logsumexp,L,[1e308,1e308],False); B('lse empty',logsumexp,L,[],False); B('lse 0,-40',logsumexp,L,[0.,-40.],False)
B('softmax -inf',jax.nn.softmax,lambda x:torch.softmax(x,0),[-inf,-inf]); B('softmax +inf',jax.nn.softmax,lambda x:torch.softmax(x,0),[inf,0.])
B('softmax40 p0',lambda x:jax.nn.softmax(x)[0],lambda x:torch.softmax(x,0)[0],[40.,0.],False)
B('logsoftmax40',lambda x:jax.nn.log_softmax(x)[0],lambda x:torch.log_softmax(x,0)[0],[40.,0.],False)
B('max empty',jnp.max,torch.amax,[],False); B('mean empty',jnp.mean,torch.mean,[],False)
B('atan2 00',lambda x:jnp.arctan2(x,0.),lambda x:torch.atan2(x,torch.tensor(0.)),0.,False)
B('atan2 1e300',lambda x:jnp.arctan2(x,1e300),lambda x:torch.atan2(x,torch.tensor(1e300)),1e300,False); B('atan2 1e-300',lambda x:jnp.arctan2(x,1e-300),lambda x:torch.atan2(x,torch.tensor(1e-300)),1e-300,False)
B('asin1',jnp.arcsin,torch.asin,1.,False)
B('x/y y=0',lambda y:1/y,lambda y:1/y,0.,False)
B('sigmoid 40',jax.nn.sigmoid,torch.sigmoid,40.); B('tanh 20',jnp.tanh,torch.tanh,20.); B('softplus -800',jax.nn.softplus,torch.nn.functional.softplus,-800.); B('softplus -40',jax.nn.softplus,torch.nn.functional.softplus,-40.)
S=[[1.,2.],[2.,4.]]
B('inv sing',lambda a:jnp.sum(jnp.linalg.inv(a)),lambda a:torch.linalg.inv(a).sum(),S,False)
B('det sing',jnp.linalg.det,torch.linalg.det,S,False); B('det rank1 of 3',jnp.linalg.det,torch.linalg.det,[[1.,2.,3.],[2.,4.,6.],[3.,6.,9.]],False)
B('slogdet sing',lambda a:jnp.linalg.slogdet(a)[1],lambda a:torch.linalg.slogdet(a)[1],S,False)
B('chol indef',lambda a:jnp.sum(jnp.linalg.cholesky(a)),lambda a:torch.linalg.cholesky(a).sum(),[[1.,2.],[2.,1.]],False)
B('chol nonsym',lambda a:jnp.linalg.cholesky(a)[1,0],lambda a:torch.linalg.cholesky(a)[1,0],[[1.,0.],[.5,1.]],False)
B('take oob',lambda x:jnp.sum(jnp.take(x,jnp.array([5]))),lambda x:torch.index_select(x,0,torch.tensor([5])).sum(),[1.,2.],False)
B('lgamma 0',jax.scipy.special.gammaln,torch.lgamma,0.,False); B('digamma 0',jax.scipy.special.digamma,torch.digamma,0.,False); B('digamma -1',jax.scipy.special.digamma,torch.digamma,-1.,False)
B('sq(sqrt0)',lambda x:jnp.sqrt(x)**2,lambda x:torch.sqrt(x)**2,0.,False)
B('0*inf sel const',lambda x:0.*jnp.log(x),lambda x:0.*torch.log(x),0.,False)
